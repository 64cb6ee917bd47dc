"""When two facts are the same: wording, names of indicators, figures, promises; what comparing and tracing share."""
