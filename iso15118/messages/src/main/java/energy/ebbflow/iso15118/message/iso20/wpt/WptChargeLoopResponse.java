package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.Receipt;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.List;
import java.util.Optional;

/**
 * WPT_ChargeLoopRes. The station states what it gives now.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseStatus what the station asks of the vehicle
 * @param meterInfo the meter reading
 * @param receipt what the energy cost so far
 * @param evpcPowerRequest the power that the vehicle wants; W
 * @param sdPowerInput the power into the station; W
 * @param spcMaxOutputPowerLimit the most power that the sending side gives now; W
 * @param spcMinOutputPowerLimit the least power that the sending side gives now; W
 * @param spcChargeDiagnostics what is wrong with the sending side
 * @param spcOperatingFrequency the frequency at which the sending side works; Hz
 * @param spcPowerControlParameter what the vehicle needs to control the power
 * @param manufacturerSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 */
@ExiName("WPT_ChargeLoopRes")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptChargeLoopResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement(value = "EVSEStatus", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<EvseStatus> evseStatus,
    @ExiElement(value = "MeterInfo", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<MeterInfo> meterInfo,
    @ExiElement(value = "Receipt", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<Receipt> receipt,
    @ExiElement("EVPCPowerRequest") RationalNumber evpcPowerRequest,
    @ExiElement("SDPowerInput") Optional<RationalNumber> sdPowerInput,
    @ExiElement("SPCMaxOutputPowerLimit") RationalNumber spcMaxOutputPowerLimit,
    @ExiElement("SPCMinOutputPowerLimit") RationalNumber spcMinOutputPowerLimit,
    @ExiElement("SPCChargeDiagnostics") WptSpcChargeDiagnostics spcChargeDiagnostics,
    @ExiElement("SPCOperatingFrequency") Optional<RationalNumber> spcOperatingFrequency,
    @ExiElement("SPCPowerControlParameter")
        Optional<WptSpcPowerControlParameter> spcPowerControlParameter,
    @ExiElement("ManufacturerSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> manufacturerSpecificDataContainer)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public WptChargeLoopResponse {
    manufacturerSpecificDataContainer =
        Facets.occurs(
            "ManufacturerSpecificDataContainer", manufacturerSpecificDataContainer, 0, 16);
    Facets.length("ManufacturerSpecificDataContainer", manufacturerSpecificDataContainer, 0, 256);
  }
}
