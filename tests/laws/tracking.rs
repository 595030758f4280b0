//! `Tracked` against its model.

use proptest::collection::vec;
use proptest::prelude::*;

use unspoof::text::Tracked;

use crate::model::{Draw, Model, look_up, step};
use crate::{held, nasty};

fn rounds() -> impl Strategy<Value = Vec<Vec<Draw>>> {
    vec(vec((0usize..5, 0usize..4, any::<u8>(), 0u8..8), 0..8), 1..7)
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn edits_compose_as_in_the_model(source in prop_oneof![nasty::text(), "[abеж日]{0,12}"], rounds in rounds()) {
        let mut model = Model::new(&source);
        let mut tracked = Tracked::new(&source);
        for draws in &rounds {
            held(step(&mut tracked, &mut model, draws))?;
        }
        held(look_up(&tracked, &model))?;
    }
}
