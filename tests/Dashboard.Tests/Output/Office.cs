using System.Diagnostics;
using UglyToad.PdfPig;

namespace Analytics.Tests.Output;

/// <summary>LibreOffice, which prints what we write as a reader's program would; tests that need it skip where it is not.</summary>
internal static class Office
{
    /// <summary>The program; null where there is none.</summary>
    private static readonly string? s_program = new[] { Environment.GetEnvironmentVariable("SOFFICE") }
        .Concat(
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, "soffice"))
        )
        .FirstOrDefault(File.Exists);

    /// <summary>Prints files.</summary>
    /// <param name="files">Their names and contents; the names without their endings must differ.</param>
    /// <returns>What was printed, in their order, as PDF.</returns>
    public static async Task<IReadOnlyList<PdfDocument>> PrintAsync(params (string Name, byte[] Content)[] files)
    {
        Assert.SkipWhen(
            s_program is null,
            "没有 LibreOffice（soffice），不能打印。请安装 libreoffice-writer 和 libreoffice-calc。"
        );
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("analytics-print-");
        try
        {
            // A profile of its own, or a second one would wait for the first.
            var start = new ProcessStartInfo(s_program!)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (
                var argument in (string[])
                    [
                        $"-env:UserInstallation=file://{folder.FullName}/profile",
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.FullName,
                    ]
            )
            {
                start.ArgumentList.Add(argument);
            }

            foreach (var (name, content) in files)
            {
                var path = Path.Combine(folder.FullName, name);
                await File.WriteAllBytesAsync(path, content, cancel);
                start.ArgumentList.Add(path);
            }

            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEndAsync(cancel);
            var complained = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            Assert.True(process.ExitCode == 0, await said + complained);
            var printed = new List<PdfDocument>();
            foreach (var (name, _) in files)
            {
                var pdf = Path.ChangeExtension(Path.Combine(folder.FullName, name), ".pdf");
                printed.Add(PdfDocument.Open(await File.ReadAllBytesAsync(pdf, cancel)));
            }

            return printed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
