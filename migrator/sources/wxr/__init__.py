"""Reading WordPress eXtended RSS, however broken."""
