#!/usr/bin/env python3
"""Times whole processes: the press, and Typst at the same handout where it is installed. Prints tables; fails nobody.

usage: run.py HANDOUT_BINARY PROJECT [--typst TYPST_BINARY] [--handouts N]
Times drift on a shared machine by half, so only ratios within one run mean anything.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
HANDOUT = "miss-disc-herniation"
LAYOUT = "sheet"
ROUNDS = 40


def run(command):
    """Seconds and peak memory in MB of one process."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def table(rows):
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(str(cell).ljust(width) if i == 0 else str(cell).rjust(width)
                        for i, (cell, width) in enumerate(zip(row, widths))))
    print()


def side_by_side(commands):
    """Each in turn, round by round, so that a slow moment of the machine hits all alike."""
    times = {name: [] for name in commands}
    memory = dict.fromkeys(commands, 0)
    for command in commands.values():
        run(command)
    for _ in range(ROUNDS):
        for name, command in commands.items():
            seconds, megabytes = run(command)
            times[name].append(seconds * 1000)
            memory[name] = max(memory[name], megabytes)
    return times, memory


def fonts_of(project, folder):
    """A folder with the two fonts that the page is set in, so that Typst need not look through all the system's."""
    folder.mkdir()
    for path in pathlib.Path("/usr/share/fonts").rglob("NotoSans-*.ttf"):
        if path.name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
            (folder / path.name).symlink_to(path)
    return folder


def cold(arguments, work):
    press = [arguments.binary, "build", HANDOUT, "--layout", LAYOUT, "--project", arguments.project, "--jobs", "1"]
    commands = {"empty process": ["/bin/true"], "handout": press + ["--out", work / "ours"]}
    outputs = {"handout": work / "ours" / f"{HANDOUT}.en.{LAYOUT}.pdf"}
    if arguments.typst:
        subprocess.run([HERE / "typst/from_handout.py", arguments.project, HANDOUT, LAYOUT, work / "typst"], check=True)
        fonts = fonts_of(arguments.project, work / "fonts")
        compile_it = [arguments.typst, "compile", work / "typst/main.typ", "--pdf-standard", "ua-1,a-2a"]
        lean = compile_it + ["--ignore-system-fonts", "--font-path", fonts]
        commands["typst, two fonts"] = lean + [work / "lean.pdf"]
        commands["typst, the system's fonts"] = compile_it + [work / "typst.pdf"]
        outputs["typst, two fonts"] = work / "lean.pdf"
        outputs["typst, the system's fonts"] = work / "typst.pdf"
    times, memory = side_by_side(commands)
    ours = statistics.median(times["handout"])
    rows = [("whole process, one handout", "median ms", "least ms", "x ours", "peak MB", "KB")]
    for name, taken in times.items():
        size = f"{outputs[name].stat().st_size / 1024:.1f}" if name in outputs else ""
        median = statistics.median(taken)
        rows.append((name, f"{median:.1f}", f"{min(taken):.1f}", f"{median / ours:.2f}", f"{memory[name]:.0f}", size))
    table(rows)
    if shutil.which("hyperfine"):
        named = [word for name, command in commands.items() if name != "empty process"
                 for word in ("-n", name, " ".join(map(str, command)))]
        subprocess.run(["hyperfine", "-N", "--warmup", "3", "--style", "basic"] + named, check=False)


def many(arguments, work):
    """A project of many handouts: what one more costs, and whether memory stays flat."""
    project = work / "many"
    for folder in ("layouts", "fonts"):
        shutil.copytree(pathlib.Path(arguments.project) / folder, project / folder)
    source = pathlib.Path(arguments.project) / "content"
    for name in ("shared", "glossary.xml"):
        copy = shutil.copytree if (source / name).is_dir() else shutil.copy
        (project / "content").mkdir(exist_ok=True)
        copy(source / name, project / "content" / name)
    rows = [("batch, layout " + LAYOUT, "jobs", "seconds", "ms each", "per second", "peak MB")]
    made = 0
    text = (source / HANDOUT / "handout.xml").read_text(encoding="utf-8")
    for count in sorted({10, 100, arguments.handouts}):
        for made in range(made, count):
            folder = project / "content" / f"copy-{made}"
            shutil.copytree(source / HANDOUT, folder)
            (folder / "handout.xml").write_text(text.replace(f'id="{HANDOUT}"', f'id="copy-{made}"', 1), encoding="utf-8")
        made = count
        for jobs in (1, 2):
            seconds, megabytes = run([arguments.binary, "build", "--project", project, "--layout", LAYOUT, "--jobs",
                                      str(jobs), "--out", work / "batch"])
            rows.append((f"{count} handouts", jobs, f"{seconds:.2f}", f"{seconds * 1000 / count:.2f}",
                         f"{count / seconds:.0f}", f"{megabytes:.0f}"))
    table(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("project", type=pathlib.Path)
    parser.add_argument("--typst", default=shutil.which("typst"))
    parser.add_argument("--handouts", type=int, default=1000)
    arguments = parser.parse_args()
    arguments.binary = arguments.binary.resolve()
    with tempfile.TemporaryDirectory() as folder:
        cold(arguments, pathlib.Path(folder))
        many(arguments, pathlib.Path(folder))


main()
