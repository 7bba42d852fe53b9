"""How an answer is made, whatever is asked: stage by stage, each stored before it is told, and always to an end."""
