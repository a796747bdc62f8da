namespace Analytics.Tests.Sources.Tables;

/// <summary>The files that lie beside these tests, with the scripts that made them.</summary>
internal static class Files
{
    public static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sources", "Tables", "files", name));
}
