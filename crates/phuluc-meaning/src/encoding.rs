//! Old encodings of Vietnamese: TCVN3, VNI, VISCII, Windows-1258, and UTF-8 read as Latin-1.
