package energy.ebbflow.ocpp.profile;

/**
 * Why a profile is not accepted.
 *
 * @param reasonCode for machines, at most 20 characters (OCPP 2.1 part 2 appendix, section 5)
 * @param text what was expected and what came
 */
public record Refusal(String reasonCode, String text) {}
