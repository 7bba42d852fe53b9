"""What the machine offers: users, sessions of processes, ports, files for one reader."""
