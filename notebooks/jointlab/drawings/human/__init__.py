"""The one drawn human figure of the course: seen from the side and from the front, with proportions from the tables."""
