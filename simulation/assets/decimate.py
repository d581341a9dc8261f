"""Make the small Panda meshes that ship with Doable out of the ones in ``pybullet_data``.

Run once by a developer: ``python simulation/assets/decimate.py``. Needs ``trimesh`` and ``fast-simplification``.
TinyRenderer's time is spent on faces, so that a visual mesh keeps about 160 of them; collision meshes become their
convex hulls with about 60, the fingers excepted, whose flat tips matter for grasping.
"""

from pathlib import Path

import numpy as np
import pybullet_data
import trimesh

VISUAL_FACES = {"link0": 160, "link1": 140, "link2": 140, "link3": 140, "link4": 140, "link5": 220, "link6": 160}
VISUAL_FACES |= {"link7": 100, "hand": 140, "finger": 60}
COLLISION_FACES = 60
ONLY_COLLISION = ("link0", "link7")
"""Links for which pybullet_data has no visual mesh of their own."""
HEADER = "# Franka Emika Panda, {}: simplified from pybullet_data, see LICENSE.txt\n"


def load(path: Path) -> trimesh.Trimesh:
    """One mesh with merged vertices, materials and texture coordinates left out."""
    mesh = trimesh.load(path, force="mesh", process=True, skip_materials=True)
    mesh = trimesh.Trimesh(mesh.vertices, mesh.faces, process=True)
    mesh.merge_vertices()
    return mesh


def simplify(mesh: trimesh.Trimesh, faces: int) -> trimesh.Trimesh:
    """Quadric decimation (Garland & Heckbert 1997) to at most about ``faces`` triangles."""
    return mesh if len(mesh.faces) <= faces else mesh.simplify_quadric_decimation(face_count=faces)


def write(mesh: trimesh.Trimesh, path: Path, what: str) -> None:
    """A plain OBJ file with one flat normal a face, a tenth of a millimetre exact."""
    lines = [HEADER.format(what)]
    lines += ["v " + " ".join(f"{x:.4f}" for x in vertex) + "\n" for vertex in mesh.vertices]
    lines += ["vn " + " ".join(f"{x:.3f}" for x in normal) + "\n" for normal in mesh.face_normals]
    for number, face in enumerate(np.asarray(mesh.faces) + 1, start=1):
        lines.append("f " + " ".join(f"{index}//{number}" for index in face) + "\n")
    path.write_text("".join(lines))


def main() -> None:
    """Write every mesh under ``panda/meshes`` and say how large they became."""
    source = Path(pybullet_data.getDataPath()) / "franka_panda"
    target = Path(__file__).parent / "panda"
    (target / "meshes").mkdir(parents=True, exist_ok=True)
    for name, faces in VISUAL_FACES.items():
        folder = "collision" if name in ONLY_COLLISION else "visual"
        visual = simplify(load(source / "meshes" / folder / f"{name}.obj"), faces)
        write(visual, target / "meshes" / f"{name}.obj", name)
        collision = load(source / "meshes" / "collision" / f"{name}.obj")
        if name != "finger":
            collision = simplify(collision.convex_hull, COLLISION_FACES).convex_hull
        write(collision, target / "meshes" / f"{name}_collision.obj", f"{name}, collision")
    (target / "LICENSE.txt").write_bytes((source / "LICENSE.txt").read_bytes())
    print(f"{sum(f.stat().st_size for f in (target / 'meshes').iterdir()) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
