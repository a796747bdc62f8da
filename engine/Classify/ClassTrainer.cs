using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Analytics.Classify;

/// <summary>Trains the weights of one class against all others (SDCA, smoothed hinge).</summary>
internal static class ClassTrainer
{
    /// <summary>Trains a class.</summary>
    /// <param name="rows">The texts, in an order that does not depend on the file's.</param>
    /// <param name="isClass">Which of them are of the class; some are and some are not.</param>
    /// <param name="grams">The size of the vocabulary.</param>
    /// <param name="options">Penalty, passes, tolerance and seed.</param>
    /// <returns>A weight for each n-gram, to be multiplied with unscaled values, and the bias.</returns>
    public static (float[] Weights, float Bias) Train(
        IReadOnlyList<TextFeatures> rows,
        IReadOnlyList<bool> isClass,
        int grams,
        TrainingOptions options
    )
    {
        var scale = GramScale.Of(rows, isClass, grams);
        var examples = rows.Select(
            (row, i) => new Example { Features = Scaled(row, scale, grams), Label = isClass[i] }
        );
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, grams);
        var ml = new MLContext(options.Seed);
        var trainer = ml.BinaryClassification.Trainers.SdcaNonCalibrated(
            new SdcaNonCalibratedBinaryTrainer.Options
            {
                LossFunction = new SmoothedHingeLoss(1),
                L1Regularization = 0,
                L2Regularization = (float)(options.Penalty / rows.Count),
                MaximumNumberOfIterations = options.MostPasses,
                ConvergenceTolerance = options.Tolerance,
                // More than one thread would make the weights depend on the machine's load.
                NumberOfThreads = 1,
            }
        );
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(examples.ToList(), schema)).Model;
        var weights = new float[grams];
        for (var gram = 0; gram < grams; gram++)
        {
            weights[gram] = model.Weights[gram] * scale[gram];
        }

        return (weights, model.Bias);
    }

    private static VBuffer<float> Scaled(TextFeatures row, float[] scale, int grams)
    {
        var values = new float[row.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.Values[i] * scale[row.Indexes[i]];
        }

        return new(grams, values.Length, values, row.Indexes);
    }

    private sealed class Example
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }
}
