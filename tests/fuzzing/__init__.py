"""What fuzzing tries, on its seeds."""
