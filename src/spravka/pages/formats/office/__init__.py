"""What Office files are made of: parts in a package, and what the parts say."""
