"""Still figures of the lessons: data and models → a drawing with its words. One module per lesson."""
