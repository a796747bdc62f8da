using System.CommandLine;
using Analytics.Dashboard.Output;

namespace Analytics.Dashboard.Cli;

/// <summary><c>verify FILE</c></summary>
internal sealed class VerifyCommand : VerbCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "export 导出的文件" };

    public VerifyCommand()
        : base("verify", "核验导出的文件：是否被改动，与现在的数据是否一致", "analytics verify 考核.xlsx")
    {
        Arguments.Add(_file);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var path = verb.Get(_file)!;
        using var snapshot = verb.Workspace.OpenSnapshot();
        var verification = Verify(path, snapshot);
        verb.Write(verification.Words());
        return Task.FromResult(verification.Matches ? CommandLine.Done : CommandLine.Refused);
    }

    private static ExportVerification Verify(string path, Warehouse.Snapshot snapshot)
    {
        if (File.Exists(path) && File.Exists(path + AssessmentManifest.Suffix))
        {
            return ExportVerification.Of(
                    File.ReadAllBytes(path),
                    File.ReadAllText(path + AssessmentManifest.Suffix),
                    snapshot
                ) ?? throw new RefusedException($"{path}{AssessmentManifest.Suffix} 不是导出时的清单，无法核验。");
        }

        try
        {
            using var file = File.OpenRead(path);
            return ExportVerification.Of(file, snapshot)
                ?? throw new RefusedException(
                    $"文件 {path} 中没有清单：它不是由 export 导出的，或清单已被删除，无法核验。"
                );
        }
        catch (InvalidDataException fault)
        {
            throw new RefusedException(
                $"文件 {path} 不是 xlsx 或 docx 文件，旁边也没有它的清单（{Path.GetFileName(path)}{AssessmentManifest.Suffix}），或已损坏，无法核验。",
                fault
            );
        }
    }
}
