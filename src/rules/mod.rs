//! Rules as data: sites, boilerplate patterns, publishers.
