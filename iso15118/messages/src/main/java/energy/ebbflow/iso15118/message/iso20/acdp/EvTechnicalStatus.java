package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * EVTechnicalStatusType: EV technical status.
 *
 * @param evReadyToCharge the vehicle's ready to charge
 * @param evImmobilizationRequest the vehicle's immobilization request
 * @param evImmobilized the vehicle's immobilized
 * @param evWlanStrength the vehicle's WLAN strength
 * @param evcpStatus the EVCP status
 * @param evSoc the vehicle's SOC; %, 0 to 100
 * @param evErrorCode what is wrong with the vehicle
 * @param evTimeout the vehicle's timeout
 */
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record EvTechnicalStatus(
    @ExiElement("EVReadyToCharge") boolean evReadyToCharge,
    @ExiElement("EVImmobilizationRequest") boolean evImmobilizationRequest,
    @ExiElement("EVImmobilized") Optional<Boolean> evImmobilized,
    @ExiElement("EVWLANStrength") Optional<RationalNumber> evWlanStrength,
    @ExiElement("EVCPStatus") Optional<CpStatus> evcpStatus,
    @ExiElement("EVSOC") @Range(min = 0, max = 100) Optional<Integer> evSoc,
    @ExiElement("EVErrorCode") Optional<ErrorCode> evErrorCode,
    @ExiElement("EVTimeout") Optional<Boolean> evTimeout) {

  /** Checks the bounds that the schema sets. */
  public EvTechnicalStatus {
    Facets.range("EVSOC", evSoc, 0, 100);
  }
}
