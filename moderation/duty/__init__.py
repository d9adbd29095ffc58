"""Who is there: a shift on the rota, and a device that rang and was heard this shift."""
