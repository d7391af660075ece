"""Who acts: parties, people, pronouns, and a verb's subject."""
