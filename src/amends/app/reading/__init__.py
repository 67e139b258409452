"""Documents read: in processes of their own with limits, page by page, and kept."""
