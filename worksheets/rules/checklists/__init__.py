"""What people tick off while a cluster is built, changed and run: data, one module per occasion."""
