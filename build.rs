//! Compiles the TOML tables (languages, units, sites, boilerplate patterns, publishers) into static Rust tables, so that
//! no TOML parser is in the wasm. A wrong table stops the build with its file and key.

mod tables {
    include!("build/tables.rs");
}
#[allow(dead_code, reason = "the selector parser is shared with the crate")]
mod checks {
    include!("build/checks.rs");
}

mod model {
    include!("build/model.rs");
}

use std::{env, fs, path::Path};

/// The weights of the block scorer.
const MODEL: &str = "src/boilerplate/learned/model.txt";

fn main() {
    println!("cargo:rerun-if-changed=build");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    for table in tables::ALL {
        println!("cargo:rerun-if-changed={}", table.source);
        let code = tables::compile(table).unwrap_or_else(|message| {
            eprintln!("error: {message}");
            std::process::exit(1)
        });
        fs::write(Path::new(&out).join(table.target), code).expect("OUT_DIR can be written");
    }
    // A program at a fixed place needs no relocation of its tables when it starts.
    let of_target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if of_target("OS") == "linux" && of_target("ENV") == "gnu" && env::var_os("CARGO_FEATURE_CLI").is_some() {
        println!("cargo:rustc-link-arg-bin=malgeun=-no-pie");
    }
    println!("cargo:rerun-if-changed={MODEL}");
    let text = fs::read_to_string(MODEL).unwrap_or_else(|e| panic!("{MODEL}: {e}"));
    let code = model::compile(&text).unwrap_or_else(|message| {
        eprintln!("error: {MODEL}: {message}");
        std::process::exit(1)
    });
    fs::write(Path::new(&out).join("model.rs"), code).expect("OUT_DIR can be written");
}
