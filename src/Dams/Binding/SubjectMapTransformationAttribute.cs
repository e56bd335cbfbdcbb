using System.Management.Automation;
using Dams.Subjects;

namespace Dams.Commands;

/// <summary>Takes a subject map as the path of its CSV or as what Import-SubjectMap gives.</summary>
public sealed class SubjectMapTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is SubjectMap)
            return value;
        try
        {
            if (value is string path)
                return SubjectMap.Read(engineIntrinsics.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
            var map = new SubjectMap();
            foreach (var entry in LanguagePrimitives.ConvertTo<SubjectMapEntry[]>(value))
                map.Add(entry);
            return map;
        }
        catch (DamsException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
