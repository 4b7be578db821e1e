//! Running text that looks like boilerplate stays: every line of `tests/fixtures/running-text.txt` is read as the first,
//! a middle and the last paragraph of an article.

use malgeun::{Options, Snapshot, read};
use std::fs;
use std::path::Path;

/// The text around the lines, per script of the line.
const KOREAN: [&str; 4] = [
    "하늬군은 올해 봄부터 가로등 백이십 개를 낮추고 빛의 색을 바꿨다고 12일 밝혔다.",
    "주민들은 처음에는 골목이 어두워질까 걱정했지만 석 달이 지나자 별을 보러 나오는 사람이 늘었다고 말했다.",
    "낮춘 등은 길만 비추고 하늘로는 빛을 보내지 않는다. 전기 요금도 넷 가운데 하나가 줄었다.",
    "군은 내년까지 남은 마을의 등도 차례로 바꾸고, 그 결과를 해마다 한 번 주민에게 알릴 계획이다.",
];
const ENGLISH: [&str; 4] = [
    "The village lowered its street lamps in spring, and by summer the stars had come back to the square.",
    "People had feared that the lanes would be dark; three months later they carry chairs outside to look up.",
    "The new lamps light the road and nothing above it, and the bill for power has fallen by a quarter.",
    "The council means to change the rest of the lamps next year and to tell the village what it found.",
];

/// The least number of lines: the promise that the file keeps.
const LINES: usize = 200;

fn lines() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/running-text.txt");
    let text = fs::read_to_string(file).expect("the lines are there");
    text.lines().filter(|l| !l.is_empty() && !l.starts_with("# ")).map(str::to_owned).collect()
}

/// Whether the line is in the body when it stands at that place among the paragraphs.
fn is_kept(line: &str, place: usize) -> bool {
    let around = if line.is_ascii() { ENGLISH } else { KOREAN };
    let mut paragraphs: Vec<&str> = around.to_vec();
    paragraphs.insert(place, line);
    let escape = |p: &&str| format!("<p>{}</p>", p.replace('&', "&amp;").replace('<', "&lt;"));
    let body: String = paragraphs.iter().map(escape).collect();
    let html = format!("<html><head></head><body><h1>등을 낮추자 별이 왔다</h1><div>{body}</div></body></html>");
    let reading = read(&Snapshot { html, ..Snapshot::default() }, &Options::default()).expect("within the limits");
    reading.article.texts().contains(&line)
}

#[test]
fn running_text_that_looks_like_boilerplate_stays() {
    let lines = lines();
    assert!(lines.len() >= LINES, "{} lines, promised are {LINES}", lines.len());
    let places = [("first", 0), ("middle", 2), ("last", 4)];
    let mut lost = Vec::new();
    for line in &lines {
        let gone: Vec<&str> = places.iter().filter(|(_, place)| !is_kept(line, *place)).map(|(name, _)| *name).collect();
        if !gone.is_empty() {
            lost.push(format!("{} paragraph: {line}", gone.join(", ")));
        }
    }
    assert!(lost.is_empty(), "{} of {} lines are lost:\n  {}", lost.len(), lines.len(), lost.join("\n  "));
}
