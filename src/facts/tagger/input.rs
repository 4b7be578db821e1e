//! Reads the bytes of a file of weights: floats, numbers of variable length, rising numbers as differences by Rice's code.

/// Bytes that are read from the front.
pub(in crate::facts) struct Input<'a>(pub(in crate::facts) &'a [u8]);

impl<'a> Input<'a> {
    pub(in crate::facts) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(head)
    }

    pub(in crate::facts) fn float(&mut self) -> Option<f32> {
        self.take(4).and_then(|b| b.try_into().ok()).map(f32::from_le_bytes)
    }

    /// A number in groups of seven bits, lowest first (LEB128).
    pub(in crate::facts) fn number(&mut self) -> Option<u32> {
        if let [byte @ ..0x80, rest @ ..] = self.0 {
            self.0 = rest;
            return Some(u32::from(*byte));
        }
        let mut out = 0u32;
        for shift in (0..32).step_by(7) {
            let byte = self.take(1)?[0];
            out |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(out);
            }
        }
        None
    }

    /// Rising numbers: differences by Rice's code (the upper part as ones with a zero behind, then the lower bits), lowest
    /// bit of a byte first; the first byte is the count of lower bits.
    pub(in crate::facts) fn rising(&mut self, count: usize) -> Option<Vec<u32>> {
        let low = u32::from(self.take(1)?[0]).min(31);
        let mut bits = Bits::new(self.0);
        let mut last = 0u32;
        let mut out = Vec::with_capacity(count.min(self.0.len() * 8));
        for _ in 0..count {
            let delta = bits.rice(low)?;
            last = last.checked_add(delta)?;
            out.push(last);
        }
        let used = bits.used;
        self.take(used.div_ceil(8))?;
        Some(out)
    }
}

/// Bits that are read from the front, lowest bit of a byte first.
#[derive(Debug)]
pub(in crate::facts) struct Bits<'a> {
    bytes: &'a [u8],
    /// How many have been read.
    used: usize,
}

/// Bits that [`Bits::ahead`] is sure to show where so many are left.
const AHEAD: u32 = 57;

impl<'a> Bits<'a> {
    pub(in crate::facts) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, used: 0 }
    }

    /// The next bits, zeros behind the end: 57 or more of them.
    pub(in crate::facts) fn ahead(&self) -> u64 {
        let from = self.used / 8;
        let mut word = [0; 8];
        match self.bytes.get(from..from + 8) {
            Some(eight) => word.copy_from_slice(eight),
            None => self.bytes.iter().skip(from).zip(&mut word).for_each(|(byte, slot)| *slot = *byte),
        }
        u64::from_le_bytes(word) >> (self.used % 8)
    }

    pub(in crate::facts) fn skip(&mut self, count: u32) -> Option<()> {
        self.used += count as usize;
        (self.used <= self.bytes.len() * 8).then_some(())
    }

    /// A number by Rice's code: nearly all lie in what one look ahead shows.
    fn rice(&mut self, low: u32) -> Option<u32> {
        let ahead = self.ahead();
        let ones = ahead.trailing_ones();
        if ones + low >= AHEAD {
            return Some(self.ones()?.checked_shl(low)? | self.number(low)?);
        }
        self.skip(ones + 1 + low)?;
        Some(ones.checked_shl(low)? | (ahead >> (ones + 1)) as u32 & ((1 << low) - 1))
    }

    /// How many ones stand before the next zero, and past it.
    fn ones(&mut self) -> Option<u32> {
        let mut ones = 0;
        loop {
            let run = self.ahead().trailing_ones().min(AHEAD);
            ones += run;
            if run < AHEAD {
                self.skip(run + 1)?;
                return Some(ones);
            }
            self.skip(run)?;
        }
    }

    /// A number of at most 32 bits.
    fn number(&mut self, bits: u32) -> Option<u32> {
        let number = self.ahead() & ((1 << bits) - 1);
        self.skip(bits)?;
        Some(number as u32)
    }
}
