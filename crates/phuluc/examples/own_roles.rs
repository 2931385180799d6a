//! Reads a table whose labels phuluc does not know: the caller says which role each of them has.
//!
//! ```sh
//! cargo run -p phuluc --example own_roles
//! ```

use std::error::Error;
use std::io;

use phuluc::model::Role;
use phuluc::{Options, csv};

const TABLE: &str = "\
TT Việc cần làm Ai làm Hạn
1 Rà soát văn bản Phòng Tư pháp Quý II
2 Báo cáo kết quả năm Phòng Nội vụ Tháng 6
";

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::new()
        .role("Việc cần làm", Role::Task)
        .role("Ai làm", Role::LeadUnit)
        .role("Hạn", Role::Timeframe);
    let reading = phuluc::read(TABLE.as_bytes(), "plan.txt", &options)?;
    reading.write(&csv::FORMAT, &mut io::stdout().lock())?;
    Ok(())
}
