//! Rounds of edits on a tracked text do what they do in the plain model.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof::text::Tracked;

#[path = "../../tests/laws/model.rs"]
mod model;

use model::{Draw, Model, look_up, step};

/// A text, and rounds of (how far on, how many characters, what instead, by whom).
type Input<'a> = (&'a str, Vec<Vec<(u8, u8, u8, u8)>>);

fuzz_target!(|input: Input<'_>| {
    // The model is as slow as it is plain.
    let source = &input.0[..input.0.floor_char_boundary(200)];
    let mut model = Model::new(source);
    let mut tracked = Tracked::new(source);
    for draws in input.1.iter().take(8) {
        let draws: Vec<Draw> = draws.iter().take(12).map(|&(skip, take, to, by)| ((skip % 8).into(), (take % 5).into(), to, by % 8)).collect();
        step(&mut tracked, &mut model, &draws).unwrap();
    }
    look_up(&tracked, &model).unwrap();
});
