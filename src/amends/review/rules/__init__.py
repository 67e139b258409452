"""The rules, one file each; a file dropped into this folder is a rule from then on."""
