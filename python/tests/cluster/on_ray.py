"""Ray Data: a cluster of two nodes on this machine, Parquet in, Parquet out."""
import re

import ray
import unspoof.ray

from . import page
from .case import FILES, Case
from .processes import deadline
from .raylets import NODES, Cluster


class Ray(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with deadline(120):
            cls.cluster = Cluster(cls.folder)
        cls.addClassCleanup(cls.cluster.stop)

    def read(self):
        # As small as they are, all files would be one task, on one node.
        return ray.data.read_parquet(str(self.input)).repartition(FILES)

    def test_cleans_as_the_program_does_on_both_nodes(self):
        nodes = self.folder / "nodes"
        nodes.mkdir()
        output = self.folder / "cleaned"
        unspoof.ray.clean(self.read(), "text").map_batches(signed(nodes), batch_format="pyarrow").write_parquet(str(output))
        self.assert_cleaned(output)
        self.assertEqual(len(list(nodes.iterdir())), NODES)

    def test_page_cleans_and_parses(self):
        code = re.sub(r'"(clean|documents)"', rf'"{self.folder}/\1"', page.python("Ray Data"))
        exec(code.replace('"crawl"', f'"{self.input}"').replace('id="url"', 'id="id"'), {})
        self.assert_cleaned(self.folder / "clean")
        self.assert_parsed(self.folder / "documents")


def signed(nodes):
    """Leaves a file for each node that works."""

    def signed_batch(batch):
        (nodes / ray.get_runtime_context().get_node_id()).touch()
        return batch

    return signed_batch
