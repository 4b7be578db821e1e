// The weights of the block scorer as Rust: `[names]` and `[lines]` hold `hash:steps` words, `[first]` and `[second]` a start
// and a tree a line (`feature>threshold …| leaves`).
use std::fmt::Write as _;

const DEPTH: usize = 6;

/// The generated source, or what is wrong with which line.
pub fn compile(text: &str) -> Result<String, String> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            sections.push((name, Vec::new()));
        } else {
            sections.last_mut().ok_or("a line before the first section")?.1.push(line);
        }
    }
    let section = |name: &str| sections.iter().find(|(n, _)| *n == name).map(|(_, l)| l.as_slice()).ok_or(format!("no [{name}]"));
    Ok(format!(
        "/// The model that the product reads with.\npub static MODEL: Model = Model {{\n    priors: Priors {{ names: {}, lines: {} }},\n    first: {},\n    second: {},\n}};\n",
        words(section("names")?)?,
        words(section("lines")?)?,
        forest(section("first")?)?,
        forest(section("second")?)?,
    ))
}

fn words(lines: &[&str]) -> Result<String, String> {
    let mut out = String::from("Cow::Borrowed(&[");
    let mut before = None;
    for word in lines.iter().flat_map(|l| l.split(' ')) {
        let (hash, steps) = word.split_once(':').ok_or(format!("no word: {word}"))?;
        let hash = u32::from_str_radix(hash, 16).map_err(|e| format!("{word}: {e}"))?;
        let steps: i8 = steps.parse().map_err(|e| format!("{word}: {e}"))?;
        if before.is_some_and(|b| b >= hash) {
            return Err(format!("words are not sorted: {word}"));
        }
        before = Some(hash);
        write!(out, "({hash},{steps}),").expect("a string takes all");
    }
    Ok(out + "])")
}

fn forest(lines: &[&str]) -> Result<String, String> {
    let (start, trees) = lines.split_first().ok_or("an empty forest")?;
    let start: f32 = start.strip_prefix("start ").ok_or("no start")?.parse().map_err(|e| format!("start: {e}"))?;
    let mut out = format!("Forest {{ start: {start:?}, trees: Cow::Borrowed(&[");
    for tree in trees {
        out.push_str(&self::tree(tree).map_err(|e| format!("{e}: {tree}"))?);
    }
    Ok(out + "]) }")
}

fn tree(line: &str) -> Result<String, String> {
    let (splits, leaves) = line.split_once(" | ").ok_or("no leaves")?;
    let mut out = String::from("Tree { splits: [");
    let mut count = 0;
    for split in splits.split(' ') {
        let (feature, threshold) = split.split_once('>').ok_or("no split")?;
        let feature: u16 = feature.parse().map_err(|e| format!("{e}"))?;
        match threshold {
            "inf" => write!(out, "({feature},f32::INFINITY),"),
            finite => write!(out, "({feature},{:?}),", finite.parse::<f32>().map_err(|e| format!("{e}"))?),
        }
        .expect("a string takes all");
        count += 1;
    }
    let leaves: Vec<i16> = leaves.split(' ').map(|l| l.parse().map_err(|e| format!("{e}"))).collect::<Result<_, String>>()?;
    if count != DEPTH || leaves.len() != 1 << DEPTH {
        return Err(format!("{count} splits, {} leaves", leaves.len()));
    }
    write!(out, "], leaves: {leaves:?} }},").expect("a string takes all");
    Ok(out)
}
