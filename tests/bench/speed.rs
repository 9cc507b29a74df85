//! Benchmarks of the figures promised in the house rules. Run with `cargo bench`.

fn main() {
    divan::main();
}
