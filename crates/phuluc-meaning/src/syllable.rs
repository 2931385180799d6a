//! Which syllables Vietnamese spelling can form.
