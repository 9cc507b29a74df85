//! The talking door: one command a file, people's text or JSON out, exit codes. The only room that prints, reads the
//! environment, the user's folders and the command line.

pub mod demo;
