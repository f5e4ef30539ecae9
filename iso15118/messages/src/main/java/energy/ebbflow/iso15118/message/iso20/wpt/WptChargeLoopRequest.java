package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.List;
import java.util.Optional;

/**
 * WPT_ChargeLoopReq. The vehicle states what it wants now.
 *
 * @param header what every message starts with
 * @param displayParameters what the vehicle shows its user
 * @param meterInfoRequested whether the response shall carry a meter reading
 * @param evpcPowerRequest the power that the vehicle wants; W
 * @param evpcPowerOutput the power behind the receiving side now; W
 * @param evpcChargeDiagnostics what is wrong with the receiving side
 * @param evpcOperatingFrequency the frequency at which the receiving side works; Hz
 * @param evpcPowerControlParameter what the station needs to control the power
 * @param manufacturerSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 */
@ExiName("WPT_ChargeLoopReq")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptChargeLoopRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "DisplayParameters", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<DisplayParameters> displayParameters,
    @ExiElement(value = "MeterInfoRequested", namespace = Namespaces.ISO20_COMMON_TYPES)
        boolean meterInfoRequested,
    @ExiElement("EVPCPowerRequest") RationalNumber evpcPowerRequest,
    @ExiElement("EVPCPowerOutput") RationalNumber evpcPowerOutput,
    @ExiElement("EVPCChargeDiagnostics") WptEvpcChargeDiagnostics evpcChargeDiagnostics,
    @ExiElement("EVPCOperatingFrequency") Optional<RationalNumber> evpcOperatingFrequency,
    @ExiElement("EVPCPowerControlParameter")
        Optional<WptEvpcPowerControlParameter> evpcPowerControlParameter,
    @ExiElement("ManufacturerSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> manufacturerSpecificDataContainer)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public WptChargeLoopRequest {
    manufacturerSpecificDataContainer =
        Facets.occurs(
            "ManufacturerSpecificDataContainer", manufacturerSpecificDataContainer, 0, 16);
    Facets.length("ManufacturerSpecificDataContainer", manufacturerSpecificDataContainer, 0, 256);
  }
}
