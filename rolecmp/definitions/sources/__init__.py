"""Where a catalog lies: folders, git revisions, and how the one in force is found."""
