//! The Python module `unspoof._unspoof`: one function here for each function there. What they do is the library's business; what
//! is done here is to turn Python's values into the library's and back, and to let other threads run meanwhile.

mod arguments;
mod columns;
mod error;
mod texts;

use pyo3::prelude::*;

#[pymodule(gil_used = false)]
mod _unspoof {
    use pyo3::prelude::*;
    use unspoof::formats::arrow;
    use unspoof::{document, versions};

    #[pymodule_export]
    use crate::columns::{clean_arrow, document_schema, parse_arrow};
    #[pymodule_export]
    use crate::error::Error;
    #[pymodule_export]
    use crate::texts::{Change, Cleaned, check, clean, cleaned, parse, parse_json};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", versions::UNSPOOF)?;
        module.add("DOCUMENT_DDL", arrow::SPARK_DDL.trim_end())?;
        module.add("CHANGES_DDL", format!("ARRAY<{}>", arrow::spark_ddl(&arrow::change_type())))?;
        module.add("JSON_SCHEMA", document::JSON_SCHEMA)?;
        // What knows no place has these, too.
        let error = module.getattr("Error")?;
        error.setattr("record", module.py().None())?;
        error.setattr("byte", module.py().None())
    }
}
