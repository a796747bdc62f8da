"""The peers of the text classifier on folds that the benchmark wrote: LinearSVC of scikit-learn, fastText.

usage: peers.py FOLDER    FOLDER holds 0.train.csv, 0.test.csv, 1.train.csv ... (text,label)
Prints one line of JSON for each peer that is installed.
"""

import csv
import glob
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile

csv.field_size_limit(10**9)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file)]


def measures(judged):
    """judged: (truth, said, sureness)"""
    labels = {truth for truth, _, _ in judged}
    right = sum(truth == said for truth, said, _ in judged)
    scores = []
    for label in labels:
        hits = sum(truth == said == label for truth, said, _ in judged)
        both = sum(truth == label for truth, _, _ in judged) + sum(said == label for _, said, _ in judged)
        scores.append(2 * hits / both)
    surest = sorted(judged, key=lambda one: -one[2])[: round(0.9 * len(judged))]
    return {
        "accuracy": right / len(judged),
        "macroF1": sum(scores) / len(scores),
        "accuracyAt90": sum(truth == said for truth, said, _ in surest) / len(surest),
    }


def usage(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def report(name, judged, cpu, memory):
    print(json.dumps({"name": name, **measures(judged), "cpuSeconds": cpu, "peakMb": memory}), flush=True)


def linear_svc(folds):
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
        from sklearn.svm import LinearSVC
    except ImportError:
        return
    start, judged = usage(resource.RUSAGE_SELF)[0], []
    for train, test in folds:
        model = make_pipeline(
            TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2), LinearSVC(C=1)
        )
        model.fit([text for text, _ in train], [label for _, label in train])
        margins = model.decision_function([text for text, _ in test])
        for (_, truth), margin, said in zip(test, margins, model.predict([text for text, _ in test])):
            two = sorted(margin) if hasattr(margin, "__len__") else [0, abs(margin)]
            judged.append((truth, said, two[-1] - two[-2]))
    cpu, memory = usage(resource.RUSAGE_SELF)
    report("LinearSVC, characters 1-3", judged, cpu - start, memory)


def fast_text(folds):
    if shutil.which("fasttext") is None:
        return
    names, judged = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for train, test in folds:
            line = lambda text: " ".join("".join(text.split()))
            with open(os.path.join(folder, "train"), "w", encoding="utf-8") as file:
                numbers = {label: i for i, label in enumerate(sorted({label for _, label in train}))}
                names.update({f"__label__{i}": label for label, i in numbers.items()})
                file.writelines(f"__label__{numbers[label]} {line(text)}\n" for text, label in train)
            with open(os.path.join(folder, "test"), "w", encoding="utf-8") as file:
                file.writelines(line(text) + "\n" for text, _ in test)
            subprocess.run(
                ["fasttext", "supervised", "-input", f"{folder}/train", "-output", f"{folder}/model"]
                + "-wordNgrams 3 -epoch 50 -lr 0.5 -thread 1".split(),
                check=True,
                capture_output=True,
            )
            said = subprocess.run(
                ["fasttext", "predict-prob", f"{folder}/model.bin", f"{folder}/test"],
                check=True,
                capture_output=True,
                text=True,
            ).stdout.split("\n")
            for (_, truth), answer in zip(test, said):
                parts = answer.split()
                judged.append((truth, names.get(parts[0]) if parts else None, float(parts[1]) if parts else 0))
    report("fastText, characters, wordNgrams 3", judged, *usage(resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    count = len(glob.glob(os.path.join(sys.argv[1], "*.train.csv")))
    parts = [
        (rows(os.path.join(sys.argv[1], f"{i}.train.csv")), rows(os.path.join(sys.argv[1], f"{i}.test.csv")))
        for i in range(count)
    ]
    linear_svc(parts)
    fast_text(parts)
