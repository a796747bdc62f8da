"""The work of benchmarks/compare with pandas: each step a process, the frame kept as a pickle between them.

usage: frames.py load|score|top|like|drill|export DATA FOLDER UNIT
"""

import glob
import os
import sys

import pandas as pd

NAMES = ["unit", "channel", "category", "words", "found_on", "platform", "account", "level", "n"]
POINTS = {
    "W-LINK": 1, "W-PRIV": 2, "W-STALE": 2, "W-EMPTY": 4, "W-DOWN": 10, "W-REPLY": 6, "N-PRIV": 2, "N-STALE": 4, "N-INTER": 4,
}
BY_LEVEL = {"自治区": 6, "市": 4, "旗": 2}


def load(data, folder):
    parts = []
    for path in sorted(glob.glob(os.path.join(data, "findings-*.csv"))):
        part = pd.read_csv(path, header=0, names=NAMES, keep_default_na=False)
        part.insert(0, "quarter", os.path.basename(path).split("-")[1])
        parts.append(part)
    findings = pd.concat(parts, ignore_index=True)
    for column in ("quarter", "unit", "channel", "category", "platform", "account", "level"):
        findings[column] = findings[column].astype("category")
    findings.to_pickle(os.path.join(folder, "findings.pickle"))
    facts = pd.concat(
        pd.read_csv(path, keep_default_na=False, dtype=str) for path in sorted(glob.glob(os.path.join(data, "figures-*.csv")))
    )
    facts.to_pickle(os.path.join(folder, "facts.pickle"))


def score(findings, facts):
    points = findings["category"].astype(str).map(POINTS).fillna(1)
    typos = findings["category"].isin(["W-TYPO", "N-TYPO"])
    points = points.where(~typos, findings["level"].astype(str).map(BY_LEVEL)) * findings["n"]
    sums = points.groupby([findings["quarter"], findings["unit"], findings["channel"]], observed=True).sum().clip(upper=80)
    taken = sums.groupby(level=[0, 1], observed=True).sum().rename("taken").reset_index()
    taken[["quarter", "unit"]] = taken[["quarter", "unit"]].astype(str)
    checked = facts.loc[facts["measure"] == "inspected", ["period", "unit"]].drop_duplicates().rename(columns={"period": "quarter"})
    vetoed = facts.loc[facts["measure"] == "veto", ["period", "unit"]].drop_duplicates().rename(columns={"period": "quarter"})
    vetoed["vetoed"] = True
    rows = checked.merge(taken, how="left", on=["quarter", "unit"]).merge(vetoed, how="left", on=["quarter", "unit"])
    rows["vetoed"] = rows["vetoed"].fillna(False).astype(bool)
    rows["score"] = ((160 - rows["taken"].fillna(0)) * 625).where(~rows["vetoed"])
    rows = rows.sort_values(["quarter", "unit"])
    rows["change"] = rows.groupby("unit")["score"].diff()
    rows["town"] = rows["unit"].str.endswith("镇")
    # Those with a veto share the place behind all others.
    key = rows["score"].fillna(-1)
    rows["place"] = key.groupby([rows["quarter"], rows["town"]]).rank(method="min", ascending=False).astype(int)
    return rows


def main(step, data, folder, unit):
    if step == "load":
        return load(data, folder)
    kept = os.path.join(folder, "scored.pickle")
    if step == "export":
        rows = pd.read_pickle(kept)
        whole = lambda value: "" if pd.isna(value) else str(int(value))
        for quarter, name, points, change, place in rows[["quarter", "unit", "score", "change", "place"]].itertuples(index=False):
            print(f"{quarter}|{name}|{whole(points)}|{whole(change)}|{place}")
        return
    findings = pd.read_pickle(os.path.join(folder, "findings.pickle"))
    if step == "score":
        score(findings, pd.read_pickle(os.path.join(folder, "facts.pickle"))).to_pickle(kept)
    elif step == "top":
        totals = findings.groupby("unit", observed=True)["n"].sum().reset_index()
        totals["unit"] = totals["unit"].astype(str)
        for name, total in totals.sort_values(["n", "unit"], ascending=[False, True]).head(10).itertuples(index=False):
            print(f"{name}|{total}")
    elif step == "like":
        print(findings["words"].str.contains("收费标准", regex=False).sum())
    elif step == "drill":
        rows = findings.loc[(findings["unit"] == unit) & (findings["quarter"] == "2024Q4"), "words"]
        print("\n".join(sorted(rows)[:50]))


main(*sys.argv[1:])
