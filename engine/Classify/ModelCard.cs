namespace Analytics.Classify;

/// <summary>What a model is made of and how good it is, as it is stored with the weights.</summary>
/// <param name="TrainingSha256">The hash of the training texts, whatever their order in the file.</param>
/// <param name="TextCount">The distinct texts it was trained on.</param>
/// <param name="Trainer">The library and method.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="Labels">Each class with its number of texts.</param>
/// <param name="Rules">The keywords that decide classes with few examples.</param>
/// <param name="Heads">The columns of the weights.</param>
/// <param name="Temperature">What margins are divided by.</param>
/// <param name="Gates">What a text must reach.</param>
/// <param name="Aside">How good it is on its own texts, each kept aside in turn; the channel told.</param>
/// <param name="AsideWithoutChannel">The same, the channel not told.</param>
public sealed record ModelCard(
    string TrainingSha256,
    int TextCount,
    string Trainer,
    TrainingOptions Options,
    IReadOnlyList<LabelCount> Labels,
    IReadOnlyList<KeywordRule> Rules,
    IReadOnlyList<LinearHead> Heads,
    Temperature Temperature,
    Gates Gates,
    EvaluationReport Aside,
    Measures AsideWithoutChannel
);

/// <summary>A class and its number of texts.</summary>
/// <param name="Label">The class.</param>
/// <param name="TextCount">Distinct texts.</param>
public sealed record LabelCount(string Label, int TextCount);
