//! The places that `measures.tsv` notes.

const PLACES: &str = include_str!("measures.tsv");

/// For each number the sentence, the characters of the number and those of the phrase that says what it measures.
pub(crate) fn places() -> impl Iterator<Item = (&'static str, [i64; 4])> {
    let place = |line: &'static str| {
        let (id, cells) = line.split_once('\t')?;
        let numbers: Vec<i64> = cells.split('\t').filter_map(|cell| cell.parse().ok()).collect();
        Some((id, numbers.try_into().ok()?))
    };
    PLACES.lines().filter(|line| !line.starts_with('#')).filter_map(place)
}
