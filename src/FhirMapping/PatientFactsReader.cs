namespace Cds.FhirMapping;
