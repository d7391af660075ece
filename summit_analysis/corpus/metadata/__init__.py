"""What is known of a text beside its words: title, date, issuer and the like."""
