"""A community to walk through: invented people, weeks of history, a few who keep talking.

Must never open a door that the product does not have, nor touch anything but its own folder.
"""
