namespace Dams.Tests.Benchmark;

/// <summary>Ultrasound: colour, several frames, a header with the patient's name burned in.</summary>
internal static class Ultrasound
{
    /// <summary>A clip that tells where its tissue is.</summary>
    public static void WithRegions(PlantedItem item)
    {
        const int first = 6, last = 30;
        Write(item);
        item.Stays("NumberOfFrames", "3").Sequence("SequenceOfUltrasoundRegions", region => region
            .Put("RegionLocationMinX0", dataset => dataset.LongNumbers("RegionLocationMinX0", 0))
            .Put("RegionLocationMinY0", dataset => dataset.LongNumbers("RegionLocationMinY0", first))
            .Put("RegionLocationMaxX1", dataset => dataset.LongNumbers("RegionLocationMaxX1", 39))
            .Put("RegionLocationMaxY1", dataset => dataset.LongNumbers("RegionLocationMaxY1", last - 1)));
        Pixels.Burned(item, 32, 40, 3, first, last);
    }

    /// <summary>A still image that does not: the upper tenth is its header.</summary>
    public static void Single(PlantedItem item)
    {
        Write(item);
        Pixels.Burned(item, 50, 40, 1, 5, 50);
    }

    private static void Write(PlantedItem item) => item
        .Stays("ImageType", "ORIGINAL\\PRIMARY\\ABDOMINAL").Stays("TransducerData", "C5-1").Stays("BodyPartExamined", "ABDOMEN").Date("AcquisitionDate")
        .Free("StudyComments");
}
