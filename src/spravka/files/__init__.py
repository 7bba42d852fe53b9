"""The volume that server and worker share: uploaded files by content, arrays by key. Whole or absent, always."""
