package energy.ebbflow.ocpp.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The place OCPP leaves to vendors in every object. Read only where a record names it; everywhere
 * else it is checked for being an object and ignored.
 *
 * @param vendorId reverse domain name, at most 255 characters
 * @param content the whole object, vendorId included
 */
public record CustomData(String vendorId, ObjectNode content) {}
