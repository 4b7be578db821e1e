//! Reads the compiled dictionary of MeCab (`sys.dic`): a double array over UTF-8 from words to runs of tokens, then the tokens,
//! then their features as texts that end in a zero byte (the layout of MeCab's `dictionary.cpp`).

/// A reading of a word.
pub(crate) struct Entry {
    pub(crate) word: String,
    /// Its cost: the less, the oftener it was seen.
    pub(crate) cost: i16,
    /// Part of speech ("NNP", "NNG", "VV+EC").
    pub(crate) tag: String,
    /// Meaning ("인명", "지명", "*").
    pub(crate) sense: String,
}

/// Bytes of the header: ten numbers and the name of the encoding.
const HEADER: usize = 72;
/// Bytes of a cell of the double array, and of a token.
const CELL: usize = 8;
const TOKEN: usize = 16;

struct Dictionary<'a> {
    cells: &'a [u8],
    tokens: &'a [u8],
    features: &'a [u8],
}

/// The entries of a dictionary, in the order of their words' bytes.
pub(crate) fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let length = |at: usize| number(bytes, at).map(|n| n as usize);
    let (cells, tokens, features) = (length(24)?, length(28)?, length(32)?);
    let body = bytes.get(HEADER..HEADER + cells + tokens + features)?;
    let (cells, rest) = body.split_at(cells);
    let (tokens, features) = rest.split_at(tokens);
    let dictionary = Dictionary { cells, tokens, features };
    let mut out = Vec::new();
    dictionary.walk(dictionary.base(0)?, &mut Vec::new(), &mut out);
    Some(out)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

impl Dictionary<'_> {
    fn base(&self, cell: usize) -> Option<i32> {
        number(self.cells, cell * CELL).map(u32::cast_signed)
    }

    fn belongs(&self, cell: usize, to: i32) -> bool {
        number(self.cells, cell * CELL + 4).is_some_and(|check| check == to.cast_unsigned())
    }

    fn walk(&self, base: i32, word: &mut Vec<u8>, out: &mut Vec<Entry>) {
        let Ok(own) = usize::try_from(base) else { return };
        if let Some(value) = self.base(own).filter(|value| *value < 0 && self.belongs(own, base)) {
            self.tokens_of((-value - 1).cast_unsigned() as usize, word, out);
        }
        for byte in 0..=u8::MAX {
            let cell = own + 1 + usize::from(byte);
            if self.belongs(cell, base)
                && let Some(next) = self.base(cell)
            {
                word.push(byte);
                self.walk(next, word, out);
                word.pop();
            }
        }
    }

    fn tokens_of(&self, value: usize, word: &[u8], out: &mut Vec<Entry>) {
        let Ok(word) = std::str::from_utf8(word) else { return };
        for token in (value >> 8..(value >> 8) + (value & 0xff)).map(|i| i * TOKEN) {
            let cost = self.tokens.get(token + 6..token + 8).map(|b| i16::from_le_bytes([b[0], b[1]]));
            let feature = number(self.tokens, token + 8).and_then(|at| self.features.get(at as usize..));
            let (Some(cost), Some(feature)) = (cost, feature) else { continue };
            let text = feature.split(|b| *b == 0).next().and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
            let mut fields = text.split(',').map(str::to_owned);
            let mut next = || fields.next().unwrap_or_default();
            out.push(Entry { word: word.to_owned(), cost, tag: next(), sense: next() });
        }
    }
}
